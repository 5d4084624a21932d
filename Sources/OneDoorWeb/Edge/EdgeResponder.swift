import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import OneDoorMessages

/// Finds the route of a request and writes its answer. It stands where the server library's router would, which treats
/// `//token` and `/token/` as `/token`, knows neither 405 nor HEAD, and costs more.
struct EdgeResponder: Sendable {
  let table: RouteTable
  let edge: Edge
  /// Nil where a listener is reached by an address and not by the issuer's name.
  let hosts: HostRule?
  /// Where every path and method goes, in place of the table.
  var catchAll: Route?

  func respond(
    _ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel
  ) async throws {
    let started = edge.clock.nanoseconds()
    let target = request.head.path ?? ""
    let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
    let path = target[..<(mark ?? target.endIndex)]
    let query = mark.map { target[target.utf8.index(after: $0)...] } ?? ""
    let exchange = Exchange(request: request, query: query, edge: edge, provider: edge.provider)
    let route = catchAll ?? table[path]
    let reply = try await reply(exchange, route, target)
    try await write(reply, to: exchange, route, writer) { status, isStream in
      let elapsed = edge.clock.nanoseconds() &- started
      let name = route?.name ?? RequestMetrics.nowhere
      edge.metrics.record(route: name, status: status, nanoseconds: isStream ? nil : elapsed)
      log(request, name, status, elapsed, reply.incident, channel)
    }
  }

  /// The reply, whatever happens. Only a connection that is gone throws.
  private func reply(_ exchange: Exchange, _ route: Route?, _ target: String) async throws -> Reply {
    let kind = route?.kind == .page || (route == nil && exchange.wantsPage) ? RouteKind.page : .api
    do {
      if let redirect = try checkHost(exchange.request, target, route) { return redirect }
      guard let route else { throw EdgeFault.notFound }
      let method = exchange.request.method
      if catchAll == nil {
        if method == .options, route.crossOrigin != .none {
          return CrossOriginFields(provider: exchange.provider).preflight(route, exchange.fields)
        }
        guard route.methods.contains(method) || (method == .head && route.methods.contains(.get)) else {
          var reply = exchange.render(EdgeFault.methodNotAllowed, as: kind)
          reply.fields.append(HTTPField(name: .allow, value: route.allowed.map(\.rawValue).joined(separator: ", ")))
          return reply
        }
      }
      var reply = try await route.answer(exchange)
      if route.crossOrigin == .publicDepartments {
        CrossOriginFields(provider: exchange.provider).add(route.crossOrigin, for: exchange.fields, to: &reply.fields)
      }
      return reply
    } catch let fault as EdgeFault {
      var reply = exchange.render(fault, as: kind)
      if route?.crossOrigin == .publicDepartments {
        CrossOriginFields(provider: exchange.provider).add(.publicDepartments, for: exchange.fields, to: &reply.fields)
      }
      return reply
    } catch let lost as ConnectionLost {
      throw lost
    } catch {
      return exchange.renderFault(error, as: kind)
    }
  }

  /// One Host, and ours; else where to go instead.
  private func checkHost(_ request: Request, _ target: String, _ route: Route?) throws(EdgeFault) -> Reply? {
    // The library takes the first Host for the authority; HTTP/2 may carry either (RFC 9113 §8.3.1).
    let names = (request.head.authority.map { [$0] } ?? []) + request.headers[values: .hostField]
    guard names.count == 1, let authority = names.first else { throw .noHost }
    guard target.utf8.first == UInt8(ascii: "/") else { throw .malformedTarget }
    guard let hosts else { return nil }
    switch hosts.verdict(authority) {
    case .ours: return nil
    case .other where route?.takesAnyHost == true: return nil
    case .malformed: throw .noHost
    case .other:
      let location = HTTPField(name: .location, value: hosts.issuer.origin + target)
      return Reply(.permanentRedirect, fields: HTTPFields([location]), kind: .api)
    }
  }

  private func log(
    _ request: Request, _ route: String, _ status: Int, _ elapsed: UInt64, _ incident: Incident?, _ channel: any Channel
  ) {
    // Never the target, a field or a body: they hold codes, tokens and names.
    let level: Logger.Level = incident.map { $0.isFault ? .error : .info } ?? .debug
    guard edge.logger.logLevel <= level else { return }
    if level == .info {
      switch edge.refusalLines.ask(at: edge.clock.nanoseconds()) {
      case .write: break
      case .writeAfter(let skipped): edge.logger.info("refusals left out", metadata: ["count": "\(skipped)"])
      case .skip: return
      }
    }
    var metadata: Logger.Metadata = [
      "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(status)",
      "us": "\(elapsed / 1000)",
      "client": "\(edge.addresses.address(peer: channel.remoteAddress?.ipAddress, fields: request.headers))",
    ]
    if let incident {
      metadata["reference"] = "\(incident.reference)"
      metadata["reason"] = "\(incident.reason)"
    }
    edge.logger.log(level: level, incident == nil ? "answered" : "refused", metadata: metadata)
  }
}

extension Exchange {
  /// Whether somebody who asks for what is not there is looking at a screen.
  var wantsPage: Bool {
    guard request.method == .get || request.method == .head else { return false }
    return fields[values: .accept].contains {
      $0.utf8.prefix(1024).split(separator: UInt8(ascii: ",")).contains { part in
        part.drop { $0 == 0x20 }.starts(with: "text/html".utf8)
      }
    }
  }
}
