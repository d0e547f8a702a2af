import { data } from 'react-router';

/** The form of a request; what is no form, or broken off, is a 400 with a sentence, never an error of ours. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw data('This form could not be read. Please go back and send it again.', { status: 400 });
  }
}
