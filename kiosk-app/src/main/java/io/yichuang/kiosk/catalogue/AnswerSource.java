package io.yichuang.kiosk.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who gave an answer. It goes to the platform with it. */
public enum AnswerSource {
  @JsonProperty("typed")
  TYPED,
  @JsonProperty("card")
  CARD,
  @JsonProperty("residence")
  RESIDENCE,
  @JsonProperty("property")
  PROPERTY,
  @JsonProperty("social-insurance")
  SOCIAL_INSURANCE,
  /** The phone number that is registered for the person. */
  @JsonProperty("phone")
  PHONE;

  /** True when the answer comes from a record of another department. */
  public boolean shared() {
    return this == RESIDENCE || this == PROPERTY || this == SOCIAL_INSURANCE;
  }
}
