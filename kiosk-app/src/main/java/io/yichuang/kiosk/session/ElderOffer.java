package io.yichuang.kiosk.session;

import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.KioskFrame;
import io.yichuang.kiosk.ui.Look;
import io.yichuang.kiosk.ui.Overlay;
import io.yichuang.kiosk.ui.Parts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;

/**
 * Offers large type, once, to somebody who is 60 or over by the card. Never switched unasked:
 * people of sixty are not all alike.
 */
final class ElderOffer {
  /** 老年人权益保障法, art. 2: an elder is a citizen of 60 and over. */
  private static final int ELDER_YEARS = 60;

  private final KioskFrame frame;
  private final Clock clock;
  private boolean offered;

  ElderOffer(KioskFrame frame, Clock clock) {
    this.frame = frame;
    this.clock = clock;
  }

  /** After each page of a turn in which somebody is recognised. */
  void consider(Citizen citizen) {
    if (offered || frame.looks().contains(Look.ELDER)) {
      return;
    }
    if (Period.between(citizen.birth(), LocalDate.now(clock)).getYears() < ELDER_YEARS) {
      return;
    }
    offered = true;
    frame.open(
        new Overlay(
                "offer-large",
                frame.getTranslation("session.elder.title"),
                Parts.lead(frame.getTranslation("session.elder.text")))
            .keys(
                new Action(
                    "keep-size", frame.getTranslation("session.elder.no"), frame::closeOverlay),
                new Action("larger", frame.getTranslation("session.elder.yes"), this::enlarge)));
  }

  private void enlarge() {
    frame.closeOverlay();
    frame.look(Look.ELDER, true);
  }

  /** The next citizen is somebody else. */
  void forget() {
    offered = false;
  }
}
