package io.yichuang.kiosk.identity;

import io.yichuang.kiosk.catalogue.ServiceItem.Assurance;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.kiosk.ui.Tile;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is asked who they are.
 *
 * @param item code that goes with requests for shared data
 * @param level to reach
 * @param steps the stroke, or null outside a journey
 * @param eyebrow the small line above the title, or null
 * @param others tiles of other ways to the same goal, such as a code instead of a card
 * @param reached called when the level is reached
 * @param back what 上一步 does
 */
public record Goal(
    String item,
    Assurance level,
    Supplier<@Nullable Steps> steps,
    Supplier<@Nullable String> eyebrow,
    Supplier<List<Tile>> others,
    Runnable reached,
    Runnable back) {}
