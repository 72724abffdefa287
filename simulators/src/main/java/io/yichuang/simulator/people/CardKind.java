package io.yichuang.simulator.people;

/** The four cards a second-generation reader reads. */
public enum CardKind {
  /** Resident ID card. */
  RESIDENT,
  /** Residence permit for Hong Kong, Macau and Taiwan residents (flag J). */
  PERMIT,
  /** Foreigner's permanent residence ID card, 2017 version (flag I). */
  FOREIGNER_2017,
  /** Foreigner's permanent residence ID card, 2023 version (flag Y). */
  FOREIGNER_2023
}
