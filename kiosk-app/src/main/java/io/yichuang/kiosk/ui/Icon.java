package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;

/** The outline icons in use (Tabler, MIT). Always with a word beside it. */
public enum Icon {
  HOME("home"),
  ARROW_LEFT("arrow-left"),
  ARROW_RIGHT("arrow-right"),
  VOLUME("volume"),
  TEXT_SIZE("text-size"),
  WORLD("world"),
  HEADSET("headset"),
  SEARCH("search"),
  FILE_CERTIFICATE("file-certificate"),
  HOME_CHECK("home-check"),
  ID("id"),
  STEERING_WHEEL("steering-wheel"),
  LIST_SEARCH("list-search"),
  CHEVRON_RIGHT("chevron-right"),
  CHEVRON_DOWN("chevron-down"),
  CHEVRON_UP("chevron-up"),
  PENCIL("pencil"),
  X("x"),
  DATABASE("database"),
  KEYBOARD("keyboard"),
  CAMERA("camera"),
  SCAN("scan"),
  SIGNATURE("signature"),
  EYE_CHECK("eye-check"),
  EYE("eye"),
  CALENDAR("calendar"),
  CLOCK("clock"),
  QRCODE("qrcode"),
  DEVICE_MOBILE_MESSAGE("device-mobile-message"),
  FINGERPRINT("fingerprint"),
  FACE_ID("face-id"),
  SHIELD_CHECK("shield-check"),
  RECEIPT("receipt"),
  MESSAGE_REPORT("message-report"),
  PRINTER("printer"),
  BELL("bell"),
  LOCK("lock"),
  DOOR_EXIT("door-exit"),
  FILE_TEXT("file-text"),
  FILES("files"),
  MAP_PIN("map-pin"),
  REFRESH("refresh"),
  VIDEO("video"),
  USER_QUESTION("user-question"),
  USER("user"),
  CIRCLE("circle"),
  INFO_CIRCLE("info-circle"),
  PHONE("phone"),
  BACKSPACE("backspace"),
  SCRIBBLE("scribble"),
  CREDIT_CARD("credit-card"),
  PACKAGE("package"),
  WHEELCHAIR("wheelchair"),
  DISABLED("disabled"),
  VOLUME_2("volume-2"),
  EAR("ear"),
  MINUS("minus"),
  PLUS("plus"),
  HEADPHONES("headphones"),
  BUILDING("building"),
  BUILDING_STORE("building-store"),
  SCHOOL("school"),
  HEART("heart"),
  HEART_HANDSHAKE("heart-handshake"),
  CAR("car"),
  TRASH("trash"),
  ZOOM_IN("zoom-in"),
  HAND_FINGER("hand-finger"),
  CONTRACT("contract"),
  FILE_SEARCH("file-search"),
  CHECKLIST("checklist"),
  PLAYER_PAUSE("player-pause"),
  BRIEFCASE("briefcase"),
  BABY_CARRIAGE("baby-carriage"),
  USERS("users"),
  BULB("bulb"),
  REPEAT("repeat"),
  WRITING_SIGN("writing-sign"),
  CASH("cash"),
  PHOTO("photo"),
  LIST_DETAILS("list-details"),
  COIN("coin"),
  CLIPBOARD_TEXT("clipboard-text");

  private final String symbol;

  Icon(String symbol) {
    this.symbol = symbol;
  }

  /** 44 px (elder 60 px). */
  public Component icon() {
    return draw("yc-i");
  }

  /** 32 px. */
  public Component small() {
    return draw("yc-i yc-i-s");
  }

  /** 64 px, thinner line. */
  public Component large() {
    return draw("yc-i yc-i-l");
  }

  private Component draw(String css) {
    return new Svg(
        "<svg class=\""
            + css
            + "\" aria-hidden=\"true\"><use href=\"#yc-i-"
            + symbol
            + "\"/></svg>");
  }
}
