/// The parts that statements of several aggregates share, with the aliases that all of them use: `s` session,
/// `p` participation, `f` family, `o` person, `d` department.
enum Liveness {
  /// No cut-off of everything came after the session.
  static let session = "NOT EXISTS (SELECT 1 FROM cut_off c WHERE c.epoch > s.born AND c.department IS NULL)"

  /// No cut-off of everything or of the department came after the participation. A session under a cut-off of everything
  /// has only participations under it.
  static let participation = """
    NOT EXISTS (
      SELECT 1 FROM cut_off c WHERE c.epoch > p.born AND (c.department IS NULL OR c.department = p.department))
    """

  static let epoch = "(SELECT epoch FROM counter)"

  static let joined = """
    JOIN session s ON s.id = p.session JOIN person o ON o.id = s.person JOIN department d ON d.number = p.department
    """
}
