package import OneDoorJOSE
package import OneDoorMessages

/// What the provider says of itself, found sound: metadata and keys, swapped as one.
package struct ProviderSnapshot: Sendable {
  package let metadata: ProviderMetadata
  package let keys: KeyRing
  /// How long the keys may be used without asking again.
  package let life: Duration

  /// OpenID Connect Discovery §4.3: the issuer is exactly the one that was asked. Every endpoint is encrypted, or on
  /// this machine together with the issuer: a provider elsewhere never sends us to our own ports.
  package static func checkedMetadata(_ body: [UInt8], issuer: WebAddress) throws(OneDoorError) -> ProviderMetadata {
    guard let object = (try? JSON.parse(body))?.object else {
      throw OneDoorError(.discovery, "the metadata is not JSON")
    }
    let metadata: ProviderMetadata
    do throws(ClaimFault) {
      metadata = try ProviderMetadata(object)
    } catch {
      throw OneDoorError(.discovery, "the metadata's \(error.claim) is missing or malformed")
    }
    guard metadata.issuer.hasSameBytes(as: issuer.text) else {
      throw OneDoorError(.discovery, "the metadata is that of another issuer")
    }
    let endpoints = [
      metadata.authorizationEndpoint, metadata.tokenEndpoint, metadata.jwksURI, metadata.userinfoEndpoint,
      metadata.revocationEndpoint, metadata.endSessionEndpoint, metadata.revocationStream, metadata.revocationSnapshot,
    ]
    for endpoint in endpoints.compactMap({ $0 }) {
      guard let address = WebAddress(endpoint) else {
        throw OneDoorError(.discovery, "an endpoint is not an http or https address")
      }
      guard address.isEncrypted || (address.isLoopback && issuer.isLoopback) else {
        throw OneDoorError(.discovery, "an endpoint is not https")
      }
    }
    return metadata
  }

  /// RFC 9111 §5.2.2.1, between a minute (so that a header cannot make us hammer) and a day.
  package static func life(cacheControl: [String]) -> Duration {
    for directive in cacheControl.flatMap({ $0.split(separator: ",") }) {
      let pair = directive.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].lowercased().split(separator: " ").first == "max-age",
        let text = pair[1].split(separator: " ").first, let seconds = Int64(text)
      else { continue }
      return .seconds(min(max(seconds, 60), 86_400))
    }
    return .seconds(3600)
  }
}
