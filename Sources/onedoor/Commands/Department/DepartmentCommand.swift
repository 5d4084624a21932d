import ArgumentParser

struct DepartmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "department", abstract: "Departments: the systems that people sign in to.",
    subcommands: [
      DepartmentList.self, DepartmentShow.self, DepartmentDisable.self, DepartmentEnable.self,
      DepartmentRenewSecret.self,
    ])
}
