/** What went wrong, what was kept, what to do: in this order, for every code that reaches the screen. */
export const enFaults = {
  broken: {
    title: 'This window stumbled',
    text: 'Something broke on the screen only. Your clients and messages are safe: they are kept elsewhere.',
    again: 'Show it again',
  },
  fault: {
    no_key: 'There is no Claude key yet. The message is kept. Add a key in the settings, then retry.',
    invalid_key: 'Claude does not accept the key. The message is kept. Check the key in the settings.',
    no_network: 'Claude cannot be reached. The message is kept. Check the network, then retry.',
    rate_limited: 'Claude asks for a pause: too many requests. The message is kept. Retry in a minute.',
    overloaded: 'Claude is overloaded at the moment. The message is kept. Retry in a few minutes.',
    timed_out: 'Claude took too long to answer. The message is kept. Retry.',
    stalled: 'The reply stopped halfway. What had arrived is kept. Finish it yourself or retry.',
    stream_broken: 'The connection broke halfway. What had arrived is kept. Finish it yourself or retry.',
    server_error: 'Claude had a problem of its own. The message is kept. Retry in a minute.',
    bad_request: 'Claude did not accept the request. The message is kept. Check the models in the settings.',
    refused: 'Claude declined to answer. The message is kept. Write the reply yourself or retry.',
    out_of_tokens:
      'The reply reached the length limit. What had arrived is kept. Finish it yourself or retry.',
    tool_loop: 'Claude kept looking things up and did not answer. The message is kept. Retry.',
    interrupted:
      'The app closed while this was being written. What had arrived is kept. Finish it yourself or retry.',
    internal: 'Something broke in the app. The message is kept. Retry; the log has the details.',
  },
  error: {
    bad_input: 'That could not be kept as it was written. Nothing was changed. Check it and try again.',
    not_found: 'That is no longer there. Nothing else was changed.',
    conflict:
      'Something changed in the meantime. Nothing was overwritten. Look at how it stands now, then try again.',
    data_folder_in_use: 'Another Jiwa Desk is using that folder. Nothing was moved. Choose another one.',
    database_from_future: 'This data comes from a newer Jiwa Desk. It was not touched. Update the app.',
    file_unreadable: 'A file could not be read. Nothing was changed. Check the folder and its permissions.',
    embedder_unreachable:
      'The server that measures meaning cannot be used. Nothing is lost: until it can, words alone decide. Check its address and model in the settings, then rebuild the index.',
    untrusted_sender: 'The request was refused for safety. Nothing was changed. Restart the app.',
    internal: 'Something broke in the app. What you had is kept. Try again; the log has the details.',
    title: 'That did not work',
  },
  notice: {
    conversation_ended: 'Conversation concluded.',
    conversation_idle: 'The conversation was concluded after a long silence.',
    fact_removed: 'Fact removed.',
    jiwa_cleared: 'Field emptied.',
    marked_wrong: 'Marked as a wrong answer.',
    review_approved_one: '{{count}} approved.',
    review_approved_other: '{{count}} approved.',
    review_rejected_one: '{{count}} rejected.',
    review_rejected_other: '{{count}} rejected.',
    review_undone: 'Taken back.',
    review_kept: 'Taken back, but for what was changed since.',
    question_off: 'Claude answers this question from now on.',
    copied: 'Copied.',
    client_forgotten: 'Forgotten. Nothing of this client is left.',
    index_rebuilt: 'The index has been rebuilt.',
    model_ready: 'The model is ready; meaning is measured by it now.',
  },
};
