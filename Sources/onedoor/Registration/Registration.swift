import OneDoorRules

/// What `onedoor apply -f FILE` is given: departments and persons, all of them in order or none.
package struct Registration: Sendable, Equatable {
  package internal(set) var departments: [DepartmentRegistration] = []
  package internal(set) var persons: [PersonRegistration] = []

  /// Reads a file; secrets are fetched from the environment and from files, whose relative paths start at the current
  /// directory.
  package static func load(
    path: String, environment: [String: String]
  ) throws(ConfigurationErrors) -> Registration {
    try load(text: try DocumentText.load(path), file: path, environment: environment)
  }

  package static func load(
    text: String, file: String, environment: [String: String]
  ) throws(ConfigurationErrors) -> Registration {
    let text = try DocumentText.check(Array(text.utf8), file: file)
    let document = try DocumentComposer.compose(text, file: file)
    var problems: [ConfigurationProblem] = []
    guard
      var root = MappingReader(document, subject: "the file", names: ["departments", "persons"], problems: &problems)
    else { throw ConfigurationErrors(problems) }
    var result = Registration()
    let departments = items("departments", &root)
    let persons = items("persons", &root)
    if !root.has("departments"), !root.has("persons") {
      root.problem(document.place, "the file has neither departments nor persons")
    }
    problems += root.problems
    for node in departments {
      guard let department = DepartmentReader.read(node, environment: environment, problems: &problems) else {
        continue
      }
      result.add(department, at: node.place, &problems)
    }
    for node in persons {
      guard let person = PersonReader.read(node, environment: environment, problems: &problems) else { continue }
      result.add(person, at: node.place, &problems)
    }
    guard problems.isEmpty else { throw ConfigurationErrors(problems) }
    return result
  }

  private static func items(_ name: String, _ root: inout MappingReader) -> [DocumentNode] {
    guard let node = root.node(name) else { return [] }
    if case .list(let items) = node.content { return items }
    root.problem(node.place, "\(name) wants a list, each item with a dash, and not \(node.kind)")
    return []
  }

  private mutating func add(
    _ department: DepartmentRegistration, at place: Place, _ problems: inout [ConfigurationProblem]
  ) {
    for other in departments {
      // An audience is a department's alone: a token for one must not be good at another.
      let words = [department.id.text, department.audience]
      if department.id == other.id {
        problems.append(ConfigurationProblem(place, "department \(department.id) is given twice"))
      } else if words.contains(other.id.text) || words.contains(other.audience) {
        problems.append(
          ConfigurationProblem(place, "department \(department.id) shares an audience with \(other.id)"))
      }
    }
    departments.append(department)
  }

  private mutating func add(_ person: PersonRegistration, at place: Place, _ problems: inout [ConfigurationProblem]) {
    for other in persons {
      let shared: [(String, Bool)] = [
        ("login", person.login == other.login),
        ("phone", person.phone != nil && person.phone == other.phone),
      ]
      for (name, isSame) in shared where isSame {
        problems.append(ConfigurationProblem(place, "person \(person.login) has the \(name) of \(other.login)"))
      }
    }
    persons.append(person)
  }
}
