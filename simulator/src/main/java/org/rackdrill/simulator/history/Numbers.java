package org.rackdrill.simulator.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Rows of numbers as bytes, bit by bit. Both sides know how many there are. */
final class Numbers {

    private Numbers() {}

    static void write(double[] numbers, DataOutput out) throws IOException {
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    static void write(double[][] rows, DataOutput out) throws IOException {
        for (double[] row : rows) {
            write(row, out);
        }
    }

    static void write(long[] numbers, DataOutput out) throws IOException {
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    static void read(double[] numbers, DataInput in) throws IOException {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
    }

    static void read(double[][] rows, DataInput in) throws IOException {
        for (double[] row : rows) {
            read(row, in);
        }
    }

    static void read(long[] numbers, DataInput in) throws IOException {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readLong();
        }
    }
}
