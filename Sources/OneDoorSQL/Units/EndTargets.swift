/// A participation that an end is about to remove.
struct Target {
  let id: Int64
  let handle: [UInt8]
  let department: Int64
  /// Not ended by a cut-off already, nor past its session's absolute end.
  let isLive: Bool
  /// The row itself, the `ended` row that takes its place, and the families that go with it.
  let rows: Int

  init(_ row: some SQLRow) {
    id = row.integer(0)
    handle = row.bytes(1)
    department = row.integer(2)
    isLive = row.integer(3) != 0
    rows = 2 + Int(row.integer(4))
  }
}

struct SessionTarget {
  let id: Int64
  let isLive: Bool
  /// The row itself and the departures that go with it.
  let rows: Int

  init(_ row: some SQLRow) {
    id = row.integer(0)
    isLive = row.integer(1) != 0
    rows = Int(row.integer(2))
  }
}
