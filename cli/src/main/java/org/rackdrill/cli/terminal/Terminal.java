package org.rackdrill.cli.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;

/**
 * Where a command reads and prints.
 *
 * @param out the answer
 * @param err everything else
 * @param in the answers of a person, or the end of them
 * @param echo whether what is typed stands on the screen by itself
 */
public record Terminal(Outlet out, Outlet err, BufferedReader in, boolean echo) {

    /** How wide help and tables are. */
    public static final int WIDTH = 80;

    /** Returns the terminal of this process. */
    public static Terminal ofProcess(Map<String, String> environment) {
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(
                new Outlet(
                        new FileOutputStream(FileDescriptor.out),
                        charset("stdout.encoding", "sun.stdout.encoding", "native.encoding"),
                        Descriptor.OUT.isTerminal(),
                        colour),
                new Outlet(
                        new FileOutputStream(FileDescriptor.err),
                        charset("stderr.encoding", "sun.stderr.encoding", "native.encoding"),
                        Descriptor.ERR.isTerminal(),
                        colour),
                new BufferedReader(new InputStreamReader(
                        new FileInputStream(FileDescriptor.in),
                        readable(charset("stdin.encoding", "native.encoding")))),
                Descriptor.IN.isTerminal());
    }

    /** Returns the first of these that the JDK at hand has set. */
    private static Charset charset(String... properties) {
        for (String property : properties) {
            String name = System.getProperty(property);
            if (name != null && !name.isEmpty()) {
                try {
                    return Charset.forName(name);
                } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                    return StandardCharsets.US_ASCII;
                }
            }
        }
        return Charset.defaultCharset();
    }

    /** Returns UTF-8 in place of ASCII: what is typed may hold more than the locale admits. */
    private static Charset readable(Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
