import OneDoorEndpoints
import OneDoorJOSE
import OneDoorStore
import Testing

@Suite struct AdminRequestTests {
  @Test(arguments: [
    ("GET", "/admin/department/list", "{}", 400), ("POST", "/department/list", "{}", 404),
    ("POST", "/admin/department/lost", "{}", 404), ("POST", "/admin/department/list", "", 400),
    ("POST", "/admin/department/list", "[]", 400), ("POST", "/admin/department/show", "{\"id\": 5}", 400),
    ("POST", "/admin/department/show", "{}", 400), ("POST", "/admin/department/show", "{\"id\": \"no\"}", 404),
    ("POST", "/admin/session/list", "{\"limit\": 0}", 400), ("POST", "/admin/key/list", "{}", 404),
    ("POST", "/admin/department/list", "{}", 200),
  ])
  func `a call that is not in order is told why`(method: String, path: String, body: String, status: Int) async throws {
    let answer = await (try AdminWorld()).administration.handle(method, path: path, body: Array(body.utf8))
    #expect(answer.status == status)
    #expect((answer.json.object?["message"]?.string == nil) == (status == 200))
  }

  @Test func `storage that does not answer is no success`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    world.store.refuse("full")
    #expect(await world.call("session/revoke", ["all": true]).status == 503)
  }
}
