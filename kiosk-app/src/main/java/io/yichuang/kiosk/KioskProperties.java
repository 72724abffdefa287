package io.yichuang.kiosk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything an integrator sets, in one file (see kiosk-app/README.md). A wrong value stops the
 * start with the key, the reason and the valid choices.
 *
 * @param data folder of the journal; must survive a restart
 * @param keyFile key of all personal data at rest; outside {@code data}
 * @param terminal who and where this terminal is
 * @param devices address by device id
 * @param platform the government platform
 * @param idle how long a page waits for a touch
 * @param help what 找人帮忙 tells
 * @param glass how large the screen is and how high it hangs
 * @param face when two faces are the same
 * @param draftDays how long what somebody left half done is kept, sealed, 0 to 30 days; 0 keeps
 *     none
 * @param catalogueRefresh how often the platform is asked for a newer catalogue
 * @param handOverEvery how often waiting submissions are tried again
 * @param handOverAfter how long a citizen who waits at the screen has the first try for himself
 * @param gallery the page of all screen parts, for developers only
 * @param surroundings the file that tells whether somebody stands there and has a headset in; null
 *     if nothing watches
 * @param rareFont for characters of GB 18030 level 3 that the product's own fonts lack; Debian's
 *     fonts-hanazono
 * @param portraitLibrary of the reader's vendor, which turns the portrait of a card into a picture;
 *     null where there is none, and the portrait comes from the platform
 * @param texts of the bundles
 */
@ConfigurationProperties(value = "kiosk", ignoreUnknownFields = false)
public record KioskProperties(
    @DefaultValue("run/data") Path data,
    @DefaultValue("run/kiosk.key") Path keyFile,
    @DefaultValue Terminal terminal,
    @DefaultValue Map<String, DeviceEntry> devices,
    @DefaultValue PlatformEntry platform,
    @DefaultValue Idle idle,
    @DefaultValue Help help,
    @DefaultValue Glass glass,
    @DefaultValue Face face,
    @DefaultValue("7") int draftDays,
    @DefaultValue("PT1M") Duration catalogueRefresh,
    @DefaultValue("PT10S") Duration handOverEvery,
    @DefaultValue("PT30S") Duration handOverAfter,
    @DefaultValue("false") boolean gallery,
    @Nullable Path surroundings,
    @DefaultValue("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf") Path rareFont,
    @Nullable Path portraitLibrary,
    @DefaultValue TextsEntry texts) {
  public KioskProperties {
    if (draftDays < 0 || draftDays > 30) {
      throw new IllegalArgumentException("kiosk.draft-days: 0 to 30 days, not " + draftDays);
    }
  }

  /**
   * Who and where this terminal is.
   *
   * @param id as the platform knows it
   * @param place as the lintel shows it
   * @param spot floor and number of the machine
   * @param region six digits of GB/T 2260; begins every supervision code
   * @param profile what kind of place it stands in
   * @param nightFrom hour from which the night look and the night list hold, 0 to 23
   * @param nightUntil hour until which they hold
   */
  public record Terminal(
      @DefaultValue("NC-0001") String id,
      @DefaultValue("南川区政务服务中心") String place,
      @DefaultValue("一楼大厅·3号机") String spot,
      @DefaultValue("500119") String region,
      @DefaultValue("hall") Profile profile,
      @DefaultValue("Asia/Shanghai") ZoneId zone,
      @DefaultValue("19") int nightFrom,
      @DefaultValue("7") int nightUntil) {
    public Terminal {
      if (!region.matches("[0-9]{6}")) {
        throw new IllegalArgumentException(
            "kiosk.terminal.region: six digits of GB/T 2260, such as 500119, not " + region);
      }
      if (!id.matches("[A-Z0-9-]{1,20}")) {
        throw new IllegalArgumentException(
            "kiosk.terminal.id: 1 to 20 of A-Z, 0-9 and -, such as NC-0107, not " + id);
      }
      if (nightFrom < 0 || nightFrom > 23 || nightUntil < 0 || nightUntil > 23) {
        throw new IllegalArgumentException(
            "kiosk.terminal.night-from, night-until: hours from 0 to 23, not "
                + nightFrom
                + " and "
                + nightUntil);
      }
    }

    /** Whether the night look and the night list hold; never, if both hours are the same. */
    public boolean night(LocalTime now) {
      int hour = now.getHour();
      return nightFrom <= nightUntil
          ? hour >= nightFrom && hour < nightUntil
          : hour >= nightFrom || hour < nightUntil;
    }
  }

  public enum Profile {
    HALL,
    NIGHT,
    VILLAGE
  }

  /**
   * One device: a class (its key), a driver and an address.
   *
   * @param address such as {@code serial:/dev/ttyS0?driver=sam}; all forms are in
   *     device-drivers/README.md
   * @param paper {@code 58mm} or {@code 80mm}, for receipt printers
   */
  public record DeviceEntry(@Nullable String address, @Nullable String paper) {}

  /**
   * The government platform.
   *
   * @param url base of the platform's API
   * @param credentials the key itself or {@code file:/path}
   */
  public record PlatformEntry(
      @DefaultValue("http://127.0.0.1:8091") String url,
      @DefaultValue("demo") String credentials,
      @DefaultValue("PT8S") Duration timeout) {
    public PlatformEntry {
      if (!url.matches("https?://[^/ ]+.*")) {
        throw new IllegalArgumentException(
            "kiosk.platform.url: http:// or https:// and a host, not " + url);
      }
      positive("kiosk.platform.timeout", timeout);
    }

    @Override
    public String toString() {
      return "PlatformEntry[" + url + "]";
    }
  }

  private static void positive(String key, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(key + ": longer than nothing, not " + value);
    }
  }

  /**
   * How long a page waits for a touch; elders get twice as long. Kiosk conventions: 60 s, 120 s to
   * read, 180 s to fill in, and a warning of 30 s that can be extended without limit.
   *
   * @param page ordinary pages
   * @param reading pages to read
   * @param form questions, materials, signature
   * @param warning countdown of "are you still there"
   * @param result the last page, before it wipes itself
   * @param pause while the citizen fetches papers, and has said so
   */
  public record Idle(
      @DefaultValue("PT60S") Duration page,
      @DefaultValue("PT120S") Duration reading,
      @DefaultValue("PT180S") Duration form,
      @DefaultValue("PT30S") Duration warning,
      @DefaultValue("PT20S") Duration result,
      @DefaultValue("PT5M") Duration pause) {
    public Idle {
      positive("kiosk.idle.page", page);
      positive("kiosk.idle.reading", reading);
      positive("kiosk.idle.form", form);
      positive("kiosk.idle.warning", warning);
      positive("kiosk.idle.result", result);
      positive("kiosk.idle.pause", pause);
    }
  }

  /**
   * What 找人帮忙 tells.
   *
   * @param phone the hot line
   * @param staffed whether somebody is in the hall now
   */
  public record Help(@DefaultValue("12345") String phone, @DefaultValue("true") boolean staffed) {}

  /**
   * The screen as it hangs, in millimetres; the low-reach layout is measured by it. The defaults
   * are those of a 21.5 inch portrait screen with its upper half above the reach of a wheelchair.
   *
   * @param height of the part that shows pictures, upright
   * @param lowerEdge of that part, above the floor
   */
  public record Glass(@DefaultValue("476") int height, @DefaultValue("972") int lowerEdge) {
    public Glass {
      if (height < 150 || height > 2500) {
        throw new IllegalArgumentException(
            "kiosk.glass.height: millimetres from 150 to 2500, not " + height);
      }
      if (lowerEdge < 0 || lowerEdge > 1200) {
        throw new IllegalArgumentException(
            "kiosk.glass.lower-edge: millimetres above the floor, 0 to 1200, not " + lowerEdge);
      }
    }
  }

  /**
   * When two faces are the same: similarity from -1 to 1, life from 0 to 1. The defaults are
   * measured for the models that come with device-drivers; another engine has its own.
   *
   * @param pass similarity from which they are
   * @param retry similarity below which they are not; between, once more or another way
   * @param live how sure of life a frame must be
   * @param frames good frames before the answer
   * @param tries tries in vain in one turn before other ways are offered
   * @param challenge what is asked of the person besides; measured too little to be on by itself
   */
  public record Face(
      @DefaultValue("0.45") double pass,
      @DefaultValue("0.35") double retry,
      @DefaultValue("0.8") double live,
      @DefaultValue("5") int frames,
      @DefaultValue("3") int tries,
      @DefaultValue("none") Challenge challenge) {
    /** What a picture that is held up cannot do. */
    public enum Challenge {
      NONE,
      /** The head to a side that is drawn by lot, and back. */
      TURN,
      BLINK
    }

    public Face {
      if (!(retry >= -1 && retry <= pass && pass <= 1)) {
        throw new IllegalArgumentException(
            "kiosk.face.pass, retry: from -1 to 1, retry not above pass, not "
                + pass
                + " and "
                + retry);
      }
      if (!(live >= 0 && live <= 1)) {
        throw new IllegalArgumentException("kiosk.face.live: from 0 to 1, not " + live);
      }
      if (frames < 1 || frames > 50) {
        throw new IllegalArgumentException("kiosk.face.frames: 1 to 50, not " + frames);
      }
      if (tries < 1 || tries > 10) {
        throw new IllegalArgumentException("kiosk.face.tries: 1 to 10, not " + tries);
      }
    }
  }

  /**
   * The bundles.
   *
   * @param strict a missing text is an error, not a mark on the page
   */
  public record TextsEntry(@DefaultValue("false") boolean strict) {}
}
