import OneDoorJOSE
import TestSupport
import Testing

/// Tokens for another department, subjects and signed userinfo, over HTTP.
@Suite struct ResourceJourney {
  @Test func `one department calls another with a token for it, for as long as the person's session is live`()
    async throws
  {
    let world = try await World.shared()
    let (tax, housing, business) = (world.registry.tax, world.registry.housing, world.registry.business)
    let (visitor, person) = (Visitor(world: world), try world.newPerson())
    let request = try AuthorizationRequest(tax).with("resource", housing.audience)
    let tokens = try await world.token(request.redemption(visitor.code(request, as: person)), by: tax).granted()
    #expect(tokens.accessClaims["aud"]?.string == housing.audience)
    #expect(tokens.accessClaims["client_id"]?.string == "tax")
    #expect(tokens.scope == "profile phone email")
    let own = try await visitor.tokens(at: housing, as: person)
    #expect(tokens.accessClaims["sub"] == own.accessClaims["sub"])
    #expect(tokens.idClaims["aud"]?.string == "tax" && tokens.idClaims["sub"] != own.idClaims["sub"])
    #expect(try await world.userinfo(tokens.access).status == 403)
    #expect(try await world.isActive(tokens.access, by: housing))
    #expect(try await !world.isActive(tokens.access, by: business))
    let mine = try await world.refresh(tokens.refresh, by: tax).granted()
    #expect(mine.accessClaims["aud"]?.string == "tax" && mine.scope == "openid profile phone email")
    let court = try await world.refresh(mine.refresh, by: tax, [("resource", "court")]).granted()
    #expect(court.accessClaims["aud"]?.string == "court")

    #expect(try await world.refresh(mine.refresh, by: tax, [("resource", "business")]).error == "invalid_target")
    let two = [("resource", "court"), ("resource", housing.audience)]
    #expect(try await world.refresh(mine.refresh, by: tax, two).error == "invalid_target")
    let foreign = try await visitor.ask(try AuthorizationRequest(business).with("resource", "housing"))
    #expect(foreign.locationQuery["error"] == "invalid_target")
    let twice = try await visitor.ask(request.again("resource", "court"))
    #expect(twice.locationQuery["error"] == "invalid_target")
    let itself = try await world.token(
      [("grant_type", "client_credentials"), ("resource", "court")], by: tax
    ).granted()
    #expect(itself.accessClaims["aud"]?.string == "court" && itself.accessClaims["sub_type"] == "department")
    #expect(try await world.isActive(itself.access, by: world.registry.court))

    #expect(try await world.revoke(mine.refresh, by: tax).status == 200)
    #expect(try await !world.isActive(tokens.access, by: housing))
  }

  @Test func `public departments know one sub, and signed userinfo verifies with the key set`() async throws {
    let world = try await World.shared()
    let (court, archive) = (world.registry.court, world.registry.archive)
    let (visitor, person) = (Visitor(world: world), try world.newPerson())
    let atCourt = try await visitor.tokens(at: court, as: person)
    let atArchive = try await visitor.tokens(at: archive, as: person)
    #expect(atCourt.idClaims["sub"] == atArchive.idClaims["sub"])
    let answer = try await world.userinfo(atCourt.access)
    #expect(answer.status == 200 && answer.header("content-type") == "application/jwt")
    #expect(answer.header("cache-control") == "no-store")
    let signed = try await world.keyRing()
      .verify(try UnverifiedJWS(compact: answer.text), type: "onedoor-userinfo+jwt").claims()
    #expect(signed["iss"]?.string == world.issuer && signed["aud"]?.string == "court")
    #expect(signed["sub"] == atCourt.idClaims["sub"] && signed["email"]?.string == person.email)
    #expect(try await world.userinfo(atArchive.access).json["email"]?.string == person.email)
  }
}
