/// How an endpoint that software calls answers.
package struct APIReply: Sendable, Equatable {
  package var status: Int
  package var body: [UInt8]
  /// Empty: there is no body to describe.
  package var contentType: String
  /// WWW-Authenticate.
  package var challenge: String?
  package var retryAfter: Int?
  package var etag: String?
  /// False: no-store.
  package var isStorable: Bool

  package init(
    status: Int, body: [UInt8] = [], contentType: String = "application/json", challenge: String? = nil,
    retryAfter: Int? = nil, etag: String? = nil, isStorable: Bool = false
  ) {
    self.status = status
    self.body = body
    self.contentType = contentType
    self.challenge = challenge
    self.retryAfter = retryAfter
    self.etag = etag
    self.isStorable = isStorable
  }
}

/// Where a request at userinfo carried its token (RFC 6750 §2).
package enum BearerPresentation: Sendable, Equatable {
  case none
  /// The Authorization header as it came.
  case header(String)
  case form(String)
  case both
}

package enum RevocationSubscription: Sendable {
  case refused(APIReply)
  /// Each element is a complete event of the stream.
  case open(AsyncStream<[UInt8]>)
}
