package org.rackdrill.live.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The first field of a line in known_hosts: names, patterns and their negations, or one name that is hashed. */
record HostNames(String field) {
    private static final String HASHED = "|1|";
    private static final int SALT_BYTES = 20;
    private static final int LONGEST_PATTERN = 1023;

    /** Returns whether the line is about a host; {@code name} in small letters, with the port as OpenSSH writes it. */
    boolean match(String name) {
        return isHashed() ? matchesHash(name) : matchesList(name);
    }

    boolean isHashed() {
        return field.startsWith("|");
    }

    /** Hashes a name with a salt of 20 bytes. */
    static HostNames hashed(String name, byte[] salt) {
        Base64.Encoder base64 = Base64.getEncoder();
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(salt, "HmacSHA1"));
            byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.ISO_8859_1));
            return new HostNames(HASHED + base64.encodeToString(salt) + "|" + base64.encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA1", e);
        }
    }

    private boolean matchesHash(String name) {
        int end = field.indexOf('|', HASHED.length());
        if (!field.startsWith(HASHED) || end < 0) {
            return false;
        }
        try {
            byte[] salt = Base64.getDecoder().decode(field.substring(HASHED.length(), end));
            return salt.length == SALT_BYTES && hashed(name, salt).field.equals(field);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean matchesList(String name) {
        boolean found = false;
        for (String part : field.split(",", -1)) {
            boolean negated = part.startsWith("!");
            String pattern = (negated ? part.substring(1) : part).toLowerCase(Locale.ROOT);
            if (pattern.length() > LONGEST_PATTERN) {
                return false;
            }
            if (matches(name, pattern)) {
                if (negated) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    /** Matches {@code *} and {@code ?}, going back only to the last star, so that no pattern takes long. */
    private static boolean matches(String name, String pattern) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (at < name.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                resume = at;
            } else if (in < pattern.length() && (pattern.charAt(in) == '?' || pattern.charAt(in) == name.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }
}
