internal import CRabbitMQ

extension Connection {
  /// - Throws: what the broker said to the last question, or what became of the connection.
  func checkReply() throws(AMQPError) {
    try unsafe check(amqp_get_rpc_reply(raw))
  }

  /// - Throws: what the broker said, or what became of the connection. A channel that the broker
  ///   closed is opened again.
  func check(_ reply: amqp_rpc_reply_t) throws(AMQPError) {
    switch unsafe reply.reply_type {
    case AMQP_RESPONSE_NORMAL: return
    case AMQP_RESPONSE_SERVER_EXCEPTION:
      guard let error = unsafe answerClose(reply.reply) else {
        throw AMQPError(.frameError, detail: "the broker gave an answer to another question")
      }
      throw error
    default: throw unsafe AMQPError(status: reply.library_error)
    }
  }

  /// - Throws: `.connectionLost` unless the status is good.
  func check(_ status: Int32) throws(AMQPError) {
    guard status < 0 else { return }
    throw AMQPError(status: status)
  }

  /// Answers the broker's `close` of the channel or of the connection, as the protocol demands, and
  /// says what it meant; `nil` for any other method.
  func answerClose(_ method: amqp_method_t) -> AMQPError? {
    guard let error = unsafe AMQPError(close: method) else { return nil }
    if unsafe method.id == AMQP_CHANNEL_CLOSE_METHOD {
      var answer = amqp_channel_close_ok_t()
      _ = unsafe amqp_send_method(raw, Self.channel, AMQP_CHANNEL_CLOSE_OK_METHOD, &answer)
    } else {
      var answer = amqp_connection_close_ok_t()
      _ = unsafe amqp_send_method(raw, 0, AMQP_CONNECTION_CLOSE_OK_METHOD, &answer)
    }
    return error
  }
}

extension AMQPError {
  /// What a status of the library means on an open connection.
  init(status: Int32) {
    self.init(.connectionLost, detail: Self.text(status))
  }

  /// What a status of the library means before the login.
  init(opening status: Int32) {
    self.init(.connectionFailed, detail: Self.text(status))
  }

  /// What the broker said to the login, or `nil` if it let us in.
  init?(login reply: amqp_rpc_reply_t) {
    switch unsafe reply.reply_type {
    case AMQP_RESPONSE_NORMAL: return nil
    case AMQP_RESPONSE_SERVER_EXCEPTION:
      guard let error = unsafe AMQPError(close: reply.reply) else {
        self.init(.connectionFailed, detail: "the broker gave an answer to another question")
        return
      }
      let code: Code =
        switch error.replyCode {
        case 403: .refusedCredentials
        case 530: .accessRefused
        default: .connectionFailed
        }
      self.init(code, replyCode: error.replyCode, replyText: error.replyText)
    default: unsafe self.init(opening: reply.library_error)
    }
  }

  /// The broker's `close` of the channel or of the connection; `nil` for any other method.
  init?(close method: amqp_method_t) {
    guard let decoded = unsafe method.decoded else { return nil }
    switch unsafe method.id {
    case AMQP_CHANNEL_CLOSE_METHOD:
      let close = unsafe decoded.load(as: amqp_channel_close_t.self)
      unsafe self.init(
        replyCode: Int(close.reply_code), replyText: String(showing: close.reply_text),
        closesConnection: false)
    case AMQP_CONNECTION_CLOSE_METHOD:
      let close = unsafe decoded.load(as: amqp_connection_close_t.self)
      unsafe self.init(
        replyCode: Int(close.reply_code), replyText: String(showing: close.reply_text),
        closesConnection: true)
    default: return nil
    }
  }

  /// The library's constant text for a status.
  private static func text(_ status: Int32) -> String {
    guard let text = unsafe amqp_error_string2(status) else { return "unknown status" }
    return unsafe String(cString: text)
  }
}
