package org.rackdrill.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A stream that a command prints to: standard output or standard error. Printing never fails; see {@link #failure}. */
public final class Outlet {
    private final Guard guard;
    private final OutputStream bytes;
    private final PrintWriter text;
    private final boolean terminal;
    private final boolean colour;

    /**
     * Prints to a stream.
     *
     * @param charset what its reader understands
     * @param terminal whether a person reads it as it comes
     * @param colour whether that person wants colour
     */
    public Outlet(OutputStream target, Charset charset, boolean terminal, boolean colour) {
        this.guard = new Guard(target);
        this.bytes = new BufferedOutputStream(guard, 1 << 13);
        this.text = new PrintWriter(new AsciiWriter(new OutputStreamWriter(bytes, charset), charset));
        this.terminal = terminal;
        this.colour = terminal && colour;
    }

    /** Prints text from anywhere, line by line; what would move the cursor is written out. */
    public void line(String line) {
        text.println(Printable.lines(line));
    }

    /** Prints a line that stands out where colour is wanted. */
    public void heading(String heading) {
        String safe = Printable.line(heading);
        coloured(colour ? "\u001b[1m" + safe + "\u001b[0m" : safe);
    }

    /** Prints text that we made ourselves and that may hold colours. */
    public void coloured(String lines) {
        text.print(Printable.coloured(lines));
        if (!lines.endsWith("\n")) {
            text.println();
        }
    }

    /** Asks: the answer is typed on the same line. */
    public void question(String question) {
        text.print(Printable.line(question));
        text.flush();
    }

    /** Prints a document for a program: UTF-8, every character as it is. */
    public void document(String document) {
        document(document.getBytes(StandardCharsets.UTF_8));
    }

    /** Prints a document for a program, byte by byte. */
    public void document(byte[] document) {
        text.flush();
        try {
            bytes.write(document);
        } catch (IOException e) {
            throw new AssertionError("the guard keeps failures", e);
        }
    }

    /** Redraws the line that the cursor is on; only for a terminal. */
    void redraw(String line) {
        text.print("\r" + line);
        text.flush();
    }

    /** Returns the writer below, for a library that prints by itself. */
    public PrintWriter writer() {
        return text;
    }

    /** Returns whether a person reads this as it comes. */
    public boolean terminal() {
        return terminal;
    }

    /** Returns whether to colour. */
    public boolean colour() {
        return colour;
    }

    /** Hands everything over to the reader. */
    public void flush() {
        text.flush();
    }

    /** Returns why something could not be printed; a reader who has left, as {@code head} does, is no failure. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(guard.failure).filter(failure -> !readerHasLeft(failure));
    }

    private static boolean readerHasLeft(IOException failure) {
        String message = failure.getMessage();
        return message != null && message.contains("roken pipe");
    }

    /** Remembers the first failure and swallows what comes after it. */
    private static final class Guard extends OutputStream {
        private final OutputStream target;
        private volatile @org.jspecify.annotations.Nullable IOException failure;

        Guard(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] values, int offset, int length) {
            if (failure != null) {
                return;
            }
            try {
                target.write(values, offset, length);
            } catch (IOException e) {
                failure = e;
            }
        }

        @Override
        public void flush() {
            if (failure != null) {
                return;
            }
            try {
                target.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
