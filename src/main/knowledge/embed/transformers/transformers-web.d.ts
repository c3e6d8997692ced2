/** The package's build for the web: the same library without the native packages that its build for Node imports. */
declare module '*/transformers.web.js' {
  export * from '@huggingface/transformers';
}
