import OneDoorJOSE
import OneDoorMessages

/// Asks the token and revocation endpoints, as the department.
struct TokenEndpointClient: Sendable {
  let department: Department
  let directory: ProviderDirectory
  let transport: Transport
  let clocks: Clocks

  func tokens(_ parameters: [(name: String, value: String)]) async throws(OneDoorError) -> TokenResponse {
    let endpoint = try await directory.known().metadata.tokenEndpoint
    let answer = try await post(endpoint, parameters)
    guard answer.status == 200 else { throw TokenEndpointClient.refusal(answer, by: "the token endpoint") }
    guard let object = (try? JSON.parse(answer.body))?.object else {
      throw OneDoorError(.malformedAnswer, "the token endpoint's answer is not JSON")
    }
    do throws(ClaimFault) {
      return try TokenResponse(object)
    } catch {
      throw OneDoorError(.malformedAnswer, "the token endpoint's \(error.claim) is missing or malformed")
    }
  }

  /// RFC 7009 §2.1.
  func revoke(_ token: String, hint: String) async throws(OneDoorError) {
    guard let endpoint = try await directory.known().metadata.revocationEndpoint else {
      throw OneDoorError(.discovery, "the provider has no revocation endpoint")
    }
    let answer = try await post(endpoint, [("token", token), ("token_type_hint", hint)])
    guard answer.status == 200 else { throw TokenEndpointClient.refusal(answer, by: "the revocation endpoint") }
  }

  private func post(
    _ endpoint: String, _ parameters: [(name: String, value: String)]
  ) async throws(OneDoorError) -> Transport.Answer {
    let authentication = try ClientAuthentication(department, now: clocks.unixTime())
    let form = FormURLEncoding.encode(parameters + authentication.parameters)
    return try await transport.post(endpoint, form: form, authorization: authentication.authorization)
  }

  /// RFC 6749 §5.2. Only an answer of that form is a refusal; everything else may be better in a moment.
  private static func refusal(_ answer: Transport.Answer, by endpoint: String) -> OneDoorError {
    guard answer.status == 400 || answer.status == 401,
      let code = (try? JSON.parse(answer.body))?.object?["error"]?.string, !code.isEmpty
    else { return OneDoorError(.unavailable, "\(endpoint) answered \(answer.status)") }
    return .refused(code, by: endpoint)
  }
}
