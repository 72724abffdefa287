package io.yichuang.device.xfs;

import io.yichuang.device.DeviceFault;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import org.jspecify.annotations.Nullable;

/** What completion codes and the error codes of commands mean for us. */
final class XfsCodes {
  private XfsCodes() {}

  /**
   * The outcome of a completion that is not a success.
   *
   * @param code the header's completion code
   * @param error the payload's error code, with {@code commandErrorCode}
   * @param effect whether the command may have had one
   */
  static <T> Outcome<T> outcome(String code, String error, boolean effect) {
    Refusal refusal = code.equals("commandErrorCode") ? refusalOf(error) : refusal(code);
    if (refusal != null && !(code.equals("timeOut") && effect)) {
      return new Outcome.Refused<>(refusal);
    }
    if (code.equals("canceled") && !effect) {
      return new Outcome.Cancelled<>();
    }
    var fault = new DeviceFault(fault(code, error), error.isEmpty() ? code : error);
    return effect && begun(code) ? new Outcome.Uncertain<>(fault) : new Outcome.Failed<>(fault);
  }

  /** Codes after which the work may have been begun; the others are said before it. */
  private static boolean begun(String code) {
    return switch (code) {
      case "canceled", "timeOut", "hardwareError", "internalError", "userError", "fraudAttempt" ->
          true;
      default -> false;
    };
  }

  private static @Nullable Refusal refusal(String code) {
    return switch (code) {
      case "timeOut" -> Refusal.NO_MEDIUM; // what it waited for, a card or a finger, did not come
      case "userError" -> Refusal.OCCUPIED;
      case "unsupportedCommand", "unsupportedData" -> Refusal.UNSUPPORTED;
      default -> null;
    };
  }

  private static @Nullable Refusal refusalOf(String error) {
    return switch (error) {
      case "noMedia", "noMediaPresent" -> Refusal.NO_MEDIUM;
      case "mediaJam", "mediaJammed", "paperJammed" -> Refusal.JAMMED;
      case "paperOut", "tonerOut", "inkOut" -> Refusal.SUPPLY_OUT;
      case "invalidMedia", "mediaRejected", "cardTooShort", "cardTooLong", "securityFail" ->
          Refusal.INVALID_MEDIUM;
      case "readFailed", "cardCollision", "barcodeInvalid" -> Refusal.UNREADABLE_MEDIUM;
      case "occupied", "mediaRetained" -> Refusal.OCCUPIED;
      case "modeNotSupported", "formatNotSupported", "cameraNotSupported" -> Refusal.UNSUPPORTED;
      default -> null;
    };
  }

  private static FaultCode fault(String code, String error) {
    return switch (code) {
      case "hardwareError", "fraudAttempt" -> FaultCode.HARDWARE;
      case "deviceNotReady" -> FaultCode.BUSY;
      case "canceled", "timeOut" -> FaultCode.NO_ANSWER;
      default ->
          switch (error) {
            case "shutterFail", "lampInoperative", "cameraInoperable" -> FaultCode.HARDWARE;
            case "retractBinFull", "full" -> FaultCode.BIN_FULL;
            default -> FaultCode.PROTOCOL;
          };
    };
  }
}
