package org.rackdrill.live.sandbox.attendant;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Two taps whose packets come later at the other end. Packets do not overtake each other, as on one line.
 *
 * <p>A tap sends its packets to one UDP port of ours and reads what we send to its own: of four ports in a row the first and
 * the third belong to the taps, the second and the fourth to us.
 */
final class Relay {
    private static final int LARGEST = 65536;

    /** About a second of a busy line; what comes above is lost, as in any queue. */
    private static final int WAITING = 20_000;

    private final DatagramSocket left;
    private final DatagramSocket right;
    private volatile long nanos;
    private volatile long jitterNanos;

    private record Packet(byte[] bytes, long due) {}

    /** Starts passing packets on. */
    Relay(int first) throws IOException {
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        left = new DatagramSocket(new InetSocketAddress(here, first + 1));
        try {
            right = new DatagramSocket(new InetSocketAddress(here, first + 3));
        } catch (IOException e) {
            left.close();
            throw e;
        }
        pass(left, right, new InetSocketAddress(here, first + 2));
        pass(right, left, new InetSocketAddress(here, first));
    }

    /** Sets the delay of one direction. */
    void delay(double millis, double jitterMillis) {
        nanos = (long) (millis * 1e6);
        jitterNanos = (long) (jitterMillis * 1e6);
    }

    /** Stops. */
    void close() {
        left.close();
        right.close();
    }

    private void pass(DatagramSocket from, DatagramSocket to, InetSocketAddress target) {
        BlockingQueue<Packet> queue = new ArrayBlockingQueue<>(WAITING);
        start(() -> receive(from, queue));
        start(() -> send(to, target, from, queue));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void receive(DatagramSocket from, BlockingQueue<Packet> queue) {
        byte[] room = new byte[LARGEST];
        long latest = System.nanoTime();
        while (!from.isClosed()) {
            DatagramPacket packet = new DatagramPacket(room, room.length);
            try {
                from.receive(packet);
            } catch (IOException e) {
                continue; // closed, or a tap that is not there yet
            }
            long jitter = jitterNanos == 0 ? 0 : ThreadLocalRandom.current().nextLong(-jitterNanos, jitterNanos + 1);
            latest = Math.max(latest, System.nanoTime() + Math.max(0, nanos + jitter));
            boolean lost = !queue.offer(new Packet(Arrays.copyOf(room, packet.getLength()), latest));
            if (lost) {
                latest = System.nanoTime();
            }
        }
    }

    private static void send(
            DatagramSocket to, InetSocketAddress target, DatagramSocket from, BlockingQueue<Packet> queue) {
        while (!from.isClosed()) {
            try {
                Packet packet = queue.poll(1, java.util.concurrent.TimeUnit.SECONDS);
                if (packet == null) {
                    continue;
                }
                for (long wait = packet.due - System.nanoTime(); wait > 0; wait = packet.due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                to.send(new DatagramPacket(packet.bytes, packet.bytes.length, target));
            } catch (IOException e) {
                continue; // a tap that is not there any more
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
