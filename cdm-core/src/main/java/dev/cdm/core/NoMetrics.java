package dev.cdm.core;

import java.time.Duration;

/** Metrics that go nowhere. */
enum NoMetrics implements Metrics {
    INSTANCE;

    @Override
    public void count(String name, long amount) {}

    @Override
    public void duration(String name, Duration duration) {}
}
