package io.yichuang.kiosk.platform;

import java.util.List;

/**
 * The government platform as this terminal needs it. Calls block their (virtual) thread, within the
 * configured time. Real deployments replace the adapter, not the port.
 */
public interface Platform {
  /** A record that another department holds, or why it cannot be had. */
  SharedData sharedData(String dataset, Subject subject, String item, Purpose purpose)
      throws PlatformException;

  /** Has a code of six digits sent to the phone that is registered for a number. */
  SmsChallenge sendSmsCode(String idNumber) throws PlatformException;

  /** The person, if the code is right. */
  Person checkSmsCode(String challenge, String code) throws PlatformException;

  /** Stores a file under its hash; storing it again changes nothing. */
  void putFile(String sha256, String contentType, byte[] content) throws PlatformException;

  /**
   * Hands a submission over. The key makes it exactly once: the same key with the same body brings
   * the same case.
   *
   * @param body the submission as it was journalled, byte for byte
   */
  CaseFile submit(String idempotencyKey, byte[] body) throws PlatformException;

  /** Cases of a person who was verified here. */
  List<CaseFile> casesOf(String idNumber) throws PlatformException;

  /** The case of a supervision code, names masked; empty if there is none. */
  List<CaseFile> caseByCode(String supervisionCode) throws PlatformException;

  /** The case that a submission of this terminal became; empty if it never arrived. */
  List<CaseFile> caseByTerminalNumber(String terminalNumber) throws PlatformException;

  /** 催办. */
  Reminder remind(String supervisionCode) throws PlatformException;

  /**
   * 好差评.
   *
   * @param level 5 very satisfied to 1 very dissatisfied
   */
  void rate(String supervisionCode, int level) throws PlatformException;

  /**
   * Sends the supervision code of a case that went out after its applicant had left; at most once a
   * case, however often it is asked for.
   */
  void tellHandedOver(String supervisionCode) throws PlatformException;

  /**
   * Tells an applicant who has left that the submission was refused; at most once a submission.
   *
   * @param phone empty: the one that is registered for the id number
   */
  void tellRefused(String terminalNumber, String item, String idNumber, String phone)
      throws PlatformException;

  /** Sends the receipt of a case to the applicant's phone. */
  void sendReceipt(String supervisionCode) throws PlatformException;

  /** What a request for shared data is for. */
  enum Purpose {
    IDENTITY,
    PREFILL,
    MATERIAL
  }
}
