package org.rackdrill.cli.input;

/**
 * A lab file as it was found.
 *
 * @param name short name of the lab, for titles and directories
 * @param fileName as the user knows it, for messages
 */
public record LabFile(String name, String fileName, byte[] bytes) {}
