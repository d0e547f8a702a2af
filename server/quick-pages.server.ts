/** Imported before anything else by the programs that serve pages: React looks once, when it is loaded, and otherwise takes the side made for developing, five times slower. */
process.env.NODE_ENV = 'production';
