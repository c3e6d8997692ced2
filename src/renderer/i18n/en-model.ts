/** How meaning is measured: the choice, and the model on this computer. */
export const enModel = {
  embedder: {
    title: 'How meaning is measured',
    hint: 'Decides which insights are found when somebody writes in other words or in another language.',
    builtin: 'Built in',
    builtinHint: 'Works at once and offline.',
    local: 'A model on this computer',
    localHint:
      'Understands other words and other languages better. It is downloaded once, about 135 MB, and then needs no network: no text leaves this computer. It takes up to 0.8 GB of memory while the app is open.',
    remote: 'Your own server',
    remoteHint: 'A server that speaks the OpenAI embeddings protocol. Texts of messages go to it.',
    url: 'Server address',
    serverModel: 'Model on the server',
    key: 'Key of the server',
    keyHint: 'Only where the server asks for one.',
    keyNone: 'No key.',
    keyEnvironment: 'Taken from the JIWA_EMBEDDER_KEY variable.',
  },
  model: {
    download: 'Download and use',
    downloadSize: 'Download {{size}} and use',
    goOn: 'Go on',
    again: 'Try again',
    cancel: 'Cancel',
    remove: 'Remove its files',
    progress: '{{bytes}} of {{total}}',
    asking: 'Asking the hub what there is to download',
    checking: 'Everything is here; it is being tried out',
    meanwhile: 'Until it is ready, the built-in one serves.',
    partial: '{{bytes}} are here already.',
    ready: 'On this computer, {{total}}.',
    unused: 'Its files are still here: {{total}}.',
    unreachable: 'The hub cannot be reached at the moment.',
    name: 'Model',
    nameHint: 'Owner and name on the hub. It needs weights for ONNX.',
    hub: 'Address of the hub',
    hubHint: 'Leave empty for huggingface.co, or name a mirror.',
    other: 'Another model or hub',
    offerTitle: 'A better sense of meaning',
    offerText:
      'A model can be downloaded now, {{size}}. It finds the insight that fits also when a client says it in other words or in another language. Afterwards it works without a network, and no text leaves this computer.',
    offerTake: 'Download in the background',
    offerLater: 'Not now',
    offerTaken: 'It is coming in the background. You can begin; Settings, Knowledge show how far it is.',
  },
  modelFault: {
    no_network:
      'The hub cannot be reached. What was downloaded is kept, and the built-in one serves. Check the network, then try again.',
    not_found:
      'The hub does not have this model, or not in the form that is needed. The built-in one serves. Check the name of the model and the address of the hub.',
    refused: 'The hub refused. What was downloaded is kept, and the built-in one serves. Try again later.',
    wrong_content:
      'What arrived is not what the hub announced, twice. It was thrown away, and the built-in one serves. Try again, or choose another hub.',
    no_space:
      'The disk is full. What was downloaded is kept, and the built-in one serves. Make room, then try again.',
    folder:
      'The data folder cannot be written. Nothing was changed, and the built-in one serves. Check its permissions, then try again.',
    unusable:
      'The model does not work here. The built-in one serves. Try again to download it anew, or choose another model.',
  },
};
