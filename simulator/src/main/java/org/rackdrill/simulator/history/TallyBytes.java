package org.rackdrill.simulator.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.rackdrill.simulator.compiled.CompiledLab;

/**
 * A tally as bytes, to be sent from one machine to another. Nothing is lost: every number comes back bit by bit, since
 * sums over rows depend on the last one.
 */
public final class TallyBytes {

    /** Grows with every change of what is written. */
    private static final int FORMAT = 2;

    private TallyBytes() {}

    /**
     * Packs a tally.
     *
     * @param tally one that keeps no details
     */
    public static byte[] of(Tally tally) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(FORMAT);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(plain(tally));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /** Returns a number that differs when any bit of the tally does, all but surely; it is the same on all machines. */
    public static long fingerprint(Tally tally) {
        CRC32C sum = new CRC32C();
        sum.update(plain(tally));
        return sum.getValue();
    }

    private static byte[] plain(Tally tally) {
        if (!tally.details().isEmpty()) {
            throw new IllegalArgumentException("details stay on the machine that found them");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(tally.histories());
            tally.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Unpacks a tally of the same lab.
     *
     * @param histories that it is of
     * @throws IllegalArgumentException when another version has packed it, or it is damaged
     */
    public static Tally read(CompiledLab lab, int histories, byte[] packed) {
        if (packed.length == 0 || packed[0] != FORMAT) {
            throw new IllegalArgumentException("these are not the bytes of a tally of format " + FORMAT);
        }
        try (InflaterInputStream unpacking =
                        new InflaterInputStream(new ByteArrayInputStream(packed, 1, packed.length - 1));
                DataInputStream in = new DataInputStream(new ByteArrayInputStream(unpacking.readAllBytes()))) {
            if (in.readInt() != histories) {
                throw new IllegalArgumentException("this is not a tally of " + histories + " histories");
            }
            Tally tally = Tally.read(lab, histories, in);
            if (in.read() >= 0) {
                throw new IllegalArgumentException("this is a tally of another lab");
            }
            return tally;
        } catch (IOException e) {
            throw new IllegalArgumentException("the bytes of a tally are damaged, or of another lab", e);
        }
    }
}
