package io.yichuang.device;

/** Ends a stream of events or frames when closed; closing twice changes nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
