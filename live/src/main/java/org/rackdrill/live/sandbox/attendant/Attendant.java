package org.rackdrill.live.sandbox.attendant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The process that stays with the rack. It runs in the namespace of the switch and keeps nothing that a sandbox needs in order
 * to be taken away: it can be killed at any time.
 */
public final class Attendant {
    private static final int FEED_MILLIS = 250;
    private static final int RELAY_MILLIS = 50;

    private Attendant() {}

    /**
     * Runs until it is killed.
     *
     * @param args the folder of the rack, and the address of the power strip
     */
    public static void main(String[] args) throws IOException {
        Rack rack = new Rack(Path.of(args[0]));
        Feed feed = new Feed(rack, System.nanoTime());
        Relays relays = new Relays(rack);
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        clock.scheduleWithFixedDelay(() -> feed.tick(System.nanoTime()), 0, FEED_MILLIS, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(relays::tick, 0, RELAY_MILLIS, TimeUnit.MILLISECONDS);
        new Strip(rack, rack.text("secret").orElseThrow().strip()).serve(args[1]);
    }
}
