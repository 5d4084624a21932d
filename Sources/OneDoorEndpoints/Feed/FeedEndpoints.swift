import OneDoorJOSE
import OneDoorMessages
import OneDoorRules

extension Provider {
  /// The revocation stream, for a department that presents its own token with scope `revocation`.
  package func revocationStream(authorization: String?) async -> RevocationSubscription {
    var opened: AsyncStream<[UInt8]>?
    let reply = await answering("revocation stream") {
      let department = try await follower(authorization)
      opened = feed.subscribe(department)
      guard opened != nil else { throw TokenRefusal.unavailable }
      return APIReply(status: 200, contentType: "text/event-stream")
    }
    return opened.map(RevocationSubscription.open) ?? .refused(reply)
  }

  /// The same state as one signed message, for departments that poll.
  package func revocationSnapshot(authorization: String?, ifNoneMatch: String?) async -> APIReply {
    await answering("revocation snapshot") {
      let department = try await follower(authorization)
      guard let (jws, tag) = feed.snapshot(for: department) else { throw TokenRefusal.unavailable }
      if let ifNoneMatch, ifNoneMatch.hasSameBytes(as: tag) {
        return APIReply(status: 304, contentType: "", etag: tag)
      }
      return APIReply(status: 200, body: jws, contentType: "application/jwt", etag: tag)
    }
  }

  private func follower(_ authorization: String?) async throws -> DepartmentID {
    let live = try await liveBearer(authorization.map(BearerPresentation.header) ?? .none)
    guard live.claims.subjectType == .department, ScopeSet.parse(live.claims.scope)?.contains(.revocation) == true,
      live.department.scopes.contains(.revocation),
      live.claims.audience.contains(where: { $0.hasSameBytes(as: issuer) })
    else { throw TokenRefusal.bearerScope }
    return live.department.id
  }
}
