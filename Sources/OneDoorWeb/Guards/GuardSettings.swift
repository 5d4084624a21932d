/// What the guards of one listener go by.
struct GuardSettings: Sendable {
  /// Nil: no absolute-form target is ours.
  let hosts: HostRule?
  let limits: WebLimits
  let bodyLimit: Int
  let date: DateField
  let metrics: RequestMetrics
}
