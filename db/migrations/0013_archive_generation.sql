-- Which snapshot took a row in. A program that has the document open learns by it what another program has taken out of the
-- log since it last looked; rows from before this column are in every snapshot that is still read.
alter table document_archive add column generation int not null default 0;
create index document_archive_generation on document_archive (document, generation);
