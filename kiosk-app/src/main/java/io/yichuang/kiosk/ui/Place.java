package io.yichuang.kiosk.ui;

/**
 * Where this terminal stands, in one language; from configuration.
 *
 * @param hall name of the hall or zone
 * @param spot where in it, with the device number (一楼大厅·3号机)
 * @param helpPhone number to call
 * @param helpDuty who comes, and how soon
 */
public record Place(String hall, String spot, String helpPhone, String helpDuty) {}
