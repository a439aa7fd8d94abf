/// A time of day as it was written in whatever language: “19.30”, “19:30”, “10h15”, “20 hours and 35 minutes”, “23”.
struct ClockTime {
  private let hours: Int
  private let minutes: Int

  /// - Returns: nil for what has other than one or two numbers, or numbers that no clock shows.
  init?(_ text: String) {
    let numbers = text.split { !("0"..."9").contains($0) }.map { Int($0) ?? .max }
    guard let hours = numbers.first, numbers.count <= 2 else { return nil }
    let minutes = numbers.count > 1 ? numbers[1] : 0
    guard hours <= 24, minutes <= 59, hours < 24 || minutes == 0 else { return nil }
    self.hours = hours % 24
    self.minutes = minutes
  }

  /// “19:30”.
  var text: String { "\(hours):\(twoDigits)" }

  /// “7:30 p.m.”, “11 p.m.”, “noon”.
  var halfDayText: String {
    if minutes == 0, hours % 12 == 0 { return hours == 0 ? "midnight" : "noon" }
    let hour = hours % 12 == 0 ? 12 : hours % 12
    return "\(hour)" + (minutes > 0 ? ":" + twoDigits : "") + (hours < 12 ? " a.m." : " p.m.")
  }

  private var twoDigits: String { minutes < 10 ? "0\(minutes)" : "\(minutes)" }
}
