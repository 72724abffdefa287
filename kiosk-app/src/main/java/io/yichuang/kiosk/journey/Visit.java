package io.yichuang.kiosk.journey;

import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.ServiceItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that the terminal knows of the one citizen at the screen and of the matter in hand. It lives
 * in memory only and is wiped with the session. Confined to the thread that holds the page's lock.
 */
public final class Visit {
  /** How a citizen was recognised, and when. */
  public enum Means {
    ID_CARD,
    FACE,
    SMS
  }

  private final Map<Means, Instant> means = new EnumMap<>(Means.class);
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, Collected> basket = new LinkedHashMap<>();
  private final Map<String, Instant> consents = new LinkedHashMap<>();
  private final List<byte[]> pictures = new ArrayList<>();
  private int faceTries;
  private @Nullable Citizen citizen;
  private @Nullable ServiceItem item;
  private @Nullable String catalogueVersion;
  private @Nullable String terminalNumber;
  private boolean rehearsal;

  public Optional<Citizen> citizen() {
    return Optional.ofNullable(citizen);
  }

  /** Recognises a person by one more means; another person than before wipes everything first. */
  public void recognise(Citizen who, Means by, Instant at) {
    if (citizen != null && !citizen.idNumber().equals(who.idNumber())) {
      ServiceItem keptItem = item;
      String keptVersion = catalogueVersion;
      boolean practice = rehearsal;
      wipe();
      rehearsal = practice;
      item = keptItem;
      catalogueVersion = keptVersion;
    }
    citizen = who;
    means.put(by, at);
  }

  public Map<Means, Instant> means() {
    return Collections.unmodifiableMap(means);
  }

  /**
   * The level that the means reach together: a number with a code is L2 by itself, because it is
   * two things, what one knows and a phone that one holds; so are any two means. One other is L1.
   */
  public Optional<ServiceItem.Assurance> assurance() {
    if (means.containsKey(Means.SMS) || means.size() >= 2) {
      return Optional.of(ServiceItem.Assurance.L2);
    }
    return means.isEmpty() ? Optional.empty() : Optional.of(ServiceItem.Assurance.L1);
  }

  public Optional<ServiceItem> item() {
    return Optional.ofNullable(item);
  }

  public Optional<String> catalogueVersion() {
    return Optional.ofNullable(catalogueVersion);
  }

  /** Begins a matter; the person stays recognised, everything of an earlier matter goes. */
  public void begin(ServiceItem chosen, String version) {
    answers.clear();
    basket.clear();
    terminalNumber = null;
    item = chosen;
    catalogueVersion = version;
  }

  public Map<String, Answer> answers() {
    return Collections.unmodifiableMap(answers);
  }

  public void answer(String question, Answer answer) {
    answers.put(question, answer);
  }

  public Map<String, Collected> basket() {
    return Collections.unmodifiableMap(basket);
  }

  public void collect(String material, Collected collected) {
    basket.put(material, collected);
  }

  public void putBack(String material) {
    basket.remove(material);
  }

  public Map<String, Instant> consents() {
    return Collections.unmodifiableMap(consents);
  }

  /**
   * Notes a consent.
   *
   * @param kind {@code face}
   */
  public void consent(String kind, Instant at) {
    consents.putIfAbsent(kind, at);
  }

  /** A picture of the person: overwritten at the end, not only forgotten. */
  public void overwriteAtEnd(byte[] picture) {
    pictures.add(picture);
  }

  /** What was spent of the tries by face; another person's do not count. */
  public int faceTries() {
    return faceTries;
  }

  /** A try by face was in vain. */
  public void triedFace() {
    faceTries++;
  }

  /** The number under which this matter stands in the journal, once it does. */
  public Optional<String> terminalNumber() {
    return Optional.ofNullable(terminalNumber);
  }

  public void submitted(String number) {
    terminalNumber = number;
  }

  /** From now on this is practice, until it is wiped: the person is made up, nothing may leave. */
  public void rehearse() {
    rehearsal = true;
  }

  public boolean rehearsal() {
    return rehearsal;
  }

  /** Where the citizen can be and go, as things stand now. Only while there is an item. */
  public Journey journey() {
    ServiceItem chosen = item().orElseThrow();
    boolean identified =
        citizen != null
            && assurance().filter(level -> level.compareTo(chosen.assurance()) >= 0).isPresent();
    return new Journey(
        chosen, identified, Map.copyOf(answers), collectedWhole(chosen), terminalNumber != null);
  }

  /** A scan with pages missing lies in the basket too, while somebody is at it. */
  private Set<String> collectedWhole(ServiceItem chosen) {
    return chosen.materials().stream()
        .filter(rule ->
            basket.get(rule.id()) instanceof Collected.Scanned scanned
                ? scanned.pages().size() >= rule.pagesAtLeast()
                : basket.containsKey(rule.id()))
        .map(MaterialRule::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Forgets everything. */
  public void wipe() {
    rehearsal = false;
    pictures.forEach(picture -> Arrays.fill(picture, (byte) 0));
    pictures.clear();
    faceTries = 0;
    citizen = null;
    item = null;
    catalogueVersion = null;
    terminalNumber = null;
    means.clear();
    answers.clear();
    basket.clear();
    consents.clear();
  }
}
