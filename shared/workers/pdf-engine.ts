/** pdf.js, in a file of its own, which is loaded with the first PDF: a megabyte and a half that nobody else has a use for. */
export { getDocumentProxy } from 'unpdf';
