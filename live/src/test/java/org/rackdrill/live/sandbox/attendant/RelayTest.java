package org.rackdrill.live.sandbox.attendant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final int FIRST = 39_400;
    private static final int PACKETS = 50;

    @Test
    void packetsComeLaterAndInOrder() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        Relay relay = new Relay(FIRST);
        relay.delay(80, 40);
        try (DatagramSocket left = new DatagramSocket(new InetSocketAddress(here, FIRST));
                DatagramSocket right = new DatagramSocket(new InetSocketAddress(here, FIRST + 2))) {
            right.setSoTimeout(5000);
            long start = System.nanoTime();
            for (byte i = 0; i < PACKETS; i++) {
                left.send(new DatagramPacket(new byte[] {i}, 1, here, FIRST + 1));
            }
            for (byte i = 0; i < PACKETS; i++) {
                DatagramPacket packet = new DatagramPacket(new byte[10], 10);
                right.receive(packet);
                assertThat(packet.getLength()).isEqualTo(1);
                assertThat(packet.getData()[0]).isEqualTo(i);
            }
            assertThat(System.nanoTime() - start).isGreaterThan(40_000_000L);
        } finally {
            relay.close();
        }
    }
}
