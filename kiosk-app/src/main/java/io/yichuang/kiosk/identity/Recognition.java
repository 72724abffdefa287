package io.yichuang.kiosk.identity;

import io.yichuang.device.IdCard;
import io.yichuang.device.Outcome;
import io.yichuang.device.PortraitDecoder;
import io.yichuang.device.Refusal;
import io.yichuang.kiosk.catalogue.Availability;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.platform.Person;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import io.yichuang.kiosk.platform.SharedData;
import io.yichuang.kiosk.platform.SmsChallenge;
import io.yichuang.kiosk.platform.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The ways to know who somebody is. Calls block; screens make them on virtual threads. */
@Service
class Recognition {
  private static final Logger log = LoggerFactory.getLogger(Recognition.class);

  private final DeviceBoard devices;
  private final Platform platform;
  private final Availability.Network network;
  private final PortraitDecoder decoder;
  private final Clock clock;

  Recognition(
      DeviceBoard devices,
      Platform platform,
      Availability.Network network,
      PortraitDecoder decoder,
      Clock clock) {
    this.devices = devices;
    this.decoder = decoder;
    this.platform = platform;
    this.network = network;
    this.clock = clock;
  }

  /** Whether a code can be sent: no tile is shown that would lead nowhere. */
  boolean hasMessages() {
    return network.up();
  }

  /** What came of a card on the reader. */
  sealed interface CardRead {
    /**
     * Who it is.
     *
     * @param coded the portrait as the card holds it, or empty; personal
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Known(Citizen citizen, byte[] coded) implements CardRead {
      @Override
      public String toString() {
        return "Known";
      }
    }

    /** Read well, but past its last day. */
    record Expired() implements CardRead {}

    /** Nobody laid a card within the time. */
    record Nothing() implements CardRead {}

    /** The citizen should do something: lay it again, bring another card. */
    record Again(Refusal why) implements CardRead {}

    /**
     * The reader does not work.
     *
     * @param code for the staff
     */
    record Broken(String code) implements CardRead {}
  }

  CardRead card(Outcome<IdCard> outcome) {
    return switch (outcome) {
      case Outcome.Done<IdCard>(IdCard card) ->
          card.expired(LocalDate.now(clock))
              ? new CardRead.Expired()
              : new CardRead.Known(of(card), card.codedPortrait());
      case Outcome.Refused<IdCard>(Refusal why) ->
          why == Refusal.NO_MEDIUM ? new CardRead.Nothing() : new CardRead.Again(why);
      case Outcome.Failed<IdCard>(var fault) -> new CardRead.Broken(fault.code().code());
      case Outcome.Uncertain<IdCard>(var fault) -> new CardRead.Broken(fault.code().code());
      case Outcome.Cancelled<IdCard>() -> new CardRead.Nothing();
    };
  }

  private static Citizen of(IdCard card) {
    return new Citizen(card.name(), card.number(), card.address(), card.birth(), card.sex(), "");
  }

  /** What came of a code by SMS. */
  sealed interface Sms {
    record Sent(SmsChallenge challenge) implements Sms {}

    record Right(Citizen citizen) implements Sms {}

    /**
     * A plain reason.
     *
     * @param text key of the words
     */
    record No(String text) implements Sms {}
  }

  Sms send(String idNumber) {
    try {
      return new Sms.Sent(platform.sendSmsCode(idNumber));
    } catch (PlatformException e) {
      return new Sms.No(
          switch (e.code()) {
            case "unknown-person" -> "identity.sms.unknown";
            case "too-many-tries" -> "identity.sms.too-many";
            default -> "identity.sms.not-now";
          });
    }
  }

  Sms check(SmsChallenge challenge, String code) {
    try {
      Person person = platform.checkSmsCode(challenge.challenge(), code);
      return new Sms.Right(
          new Citizen(
              person.name(),
              person.idNumber(),
              person.address(),
              person.birth(),
              person.sex(),
              person.phone()));
    } catch (PlatformException e) {
      return new Sms.No(
          switch (e.code()) {
            case "wrong-sms-code" -> "identity.sms.wrong";
            case "sms-code-expired" -> "identity.sms.expired";
            case "too-many-tries" -> "identity.sms.too-many";
            default -> "identity.sms.not-now";
          });
    }
  }

  /**
   * The portrait to compare with: the card's own where a vendor's library reads its closed coding,
   * else the platform's; empty if nobody has one.
   *
   * @param coded of the card, or empty
   */
  Optional<byte[]> portrait(Citizen citizen, String item, byte[] coded) {
    if (coded.length > 0
        && decoder.decode(coded) instanceof PortraitDecoder.Portrait.Picture(byte[] png)) {
      return Optional.of(png);
    }
    try {
      SharedData data =
          platform.sharedData(
              "portrait",
              new Subject(citizen.idNumber(), citizen.name()),
              item,
              Platform.Purpose.IDENTITY);
      String image = data.fields().get("image");
      return image == null ? Optional.empty() : Optional.of(Base64.getDecoder().decode(image));
    } catch (PlatformException e) {
      log.info("no portrait: {} {}", e.kind(), e.code());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      log.warn("the portrait that came is not base64");
      return Optional.empty();
    }
  }

  boolean hasReader() {
    return devices.canServe(DeviceBoard.ID_CARD_READER);
  }

  boolean hasFaceCamera() {
    return devices.canServe(DeviceBoard.FACE_CAMERA);
  }
}
