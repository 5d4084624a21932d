import OneDoorJOSE
import Testing
import onedoor

@Suite struct PlanTextTests {
  @Test func `a plan has a line for each entry and one for each field`() {
    let plan: JSONObject = [
      "plan": [
        ["kind": "department", "id": "housing", "action": "add", "changes": []],
        [
          "kind": "person", "id": "zhang.wei", "action": "change",
          "changes": [["field": "phone", "old": "none", "new": "+8613800000000"]],
        ],
        ["kind": "person", "id": "li.na", "action": "keep", "changes": []],
      ]
    ]
    #expect(
      PlanText.lines(plan) == [
        "+ department housing", "~ person zhang.wei", "    phone: none → +8613800000000", "= person li.na",
      ])
  }

  @Test func `a name cannot move the cursor`() {
    let plan: JSONObject = ["plan": [["kind": "person", "id": "a\u{1B}[2J", "action": "add", "changes": []]]]
    #expect(!PlanText.lines(plan).joined().contains("\u{1B}"))
  }
}
