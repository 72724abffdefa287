package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.ui.Signature;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A signature as a file: its strokes, so that whoever draws it keeps it sharp. */
@Component
class SignatureJson {
  /** Of what needs none, or was signed otherwise. */
  static final String NONE = "{\"strokes\":[]}";

  private final JsonMapper json;

  SignatureJson(JsonMapper json) {
    this.json = json;
  }

  String of(Signature signature) {
    return json.writeValueAsString(signature);
  }
}
