/// How many marks of an article are found and repaired at least. A floor only rises: the test prints each article’s line as it would be now.
struct Floor {
  let found: Int
  let repaired: Int

  init(_ found: Int, _ repaired: Int) {
    self.found = found
    self.repaired = repaired
  }

  static let of: [String: Floor] = [
    "machine/ar-diplomacy.critic.txt": Floor(4, 1),
    "machine/bn-cyclone.critic.txt": Floor(2, 1),
    "machine/cs-football-sparta.critic.txt": Floor(0, 0),
    "machine/de-rail-strike.critic.txt": Floor(6, 5),
    "machine/el-epidaurus.critic.txt": Floor(5, 1),
    "machine/es-football-transfer.critic.txt": Floor(14, 10),
    "machine/fa-asteroid.critic.txt": Floor(4, 2),
    "machine/fi-paper-mill.critic.txt": Floor(5, 3),
    "machine/fr-court.critic.txt": Floor(7, 4),
    "machine/he-water-startup.critic.txt": Floor(0, 0),
    "machine/hi-police.critic.txt": Floor(4, 2),
    "machine/hu-apricots.critic.txt": Floor(9, 5),
    "machine/id-floods.critic.txt": Floor(14, 12),
    "machine/it-museum.critic.txt": Floor(7, 6),
    "machine/ja-baseball.critic.txt": Floor(7, 6),
    "machine/ko-battery.critic.txt": Floor(4, 2),
    "machine/nl-rent-law.critic.txt": Floor(6, 3),
    "machine/pl-ski-jumping.critic.txt": Floor(4, 2),
    "machine/pt-coffee.critic.txt": Floor(9, 6),
    "machine/ro-snow.critic.txt": Floor(8, 6),
    "machine/ru-space-launch.critic.txt": Floor(11, 9),
    "machine/sr-train.critic.txt": Floor(2, 1),
    "machine/sv-art-fraud.critic.txt": Floor(2, 0),
    "machine/sw-maize.critic.txt": Floor(2, 2),
    "machine/th-leptospirosis.critic.txt": Floor(2, 1),
    "machine/tr-economy.critic.txt": Floor(1, 1),
    "machine/uk-diplomacy.critic.txt": Floor(13, 11),
    "machine/vi-dengue.critic.txt": Floor(5, 3),
    "machine/zh-epidemic.critic.txt": Floor(12, 9),
    "seed/article.critic.txt": Floor(65, 60),
  ]
}
