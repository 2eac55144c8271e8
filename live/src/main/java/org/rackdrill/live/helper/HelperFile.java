package org.rackdrill.live.helper;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A file that the helper's installation lays down; all of them belong to root.
 *
 * @param path where it belongs
 * @param mode its rights, in octal digits
 * @param text what is in it
 */
public record HelperFile(String path, String mode, String text) {
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");

    /** Where what is armed is undone at every start, where systemd starts the machine. */
    public static final String BOOT_UNIT = "/etc/systemd/system/rackdrill-undo.service";

    /** Where sudo lets a login without rights use the helper and nothing else. */
    public static final String SUDOERS = "/etc/sudoers.d/rackdrill";

    /** Returns the helper itself. */
    public static HelperFile helper() {
        return new HelperFile(HelperScript.PATH, "755", HelperScript.text());
    }

    /** Returns the unit that undoes at boot what is still armed; it goes on trying until it is done. */
    public static HelperFile bootUnit() {
        return new HelperFile(BOOT_UNIT, "644", """
                [Unit]
                Description=Undo of what a Rackdrill drill left armed
                ConditionDirectoryNotEmpty=/var/lib/rackdrill/armed
                After=local-fs.target zfs.target

                [Service]
                Type=simple
                ExecStart=/usr/local/libexec/rackdrill-helper --undo-all
                Restart=on-failure
                RestartSec=5

                [Install]
                WantedBy=multi-user.target
                """);
    }

    /**
     * Returns the rule by which one login may call the helper, and only without arguments.
     *
     * @throws IllegalArgumentException when that is no name of a login
     */
    public static HelperFile sudoers(String user) {
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException("'" + user + "' is no name of a login");
        }
        return new HelperFile(SUDOERS, "440", user + " ALL=(root) NOPASSWD: " + HelperScript.PATH + " \"\"\n");
    }

    /** Returns all files for a login; root needs no rule. */
    public static List<HelperFile> all(String user) {
        return user.equals("root") ? List.of(helper(), bootUnit()) : List.of(helper(), bootUnit(), sudoers(user));
    }

    /** Returns where it lies while it is checked; sudo and systemd read no such name. */
    String draft() {
        int name = path.lastIndexOf('/') + 1;
        return path.substring(0, name) + ".new." + path.substring(name);
    }
}
