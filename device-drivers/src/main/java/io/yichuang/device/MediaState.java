package io.yichuang.device;

/**
 * Where the card or the sheet is (XFS4IoT {@code media}). A device that cannot know says {@link
 * #UNKNOWN}.
 */
public enum MediaState {
  UNKNOWN,
  PRESENT,
  NOT_PRESENT,
  ENTERING,
  JAMMED
}
