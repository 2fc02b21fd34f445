package dev.cdm.core.ingest;

/**
 * How far the intake of a file is.
 *
 * @param name the file or stream
 * @param rows rows read so far, unreadable ones included
 * @param bytes bytes read so far
 */
public record IntakeProgress(String name, long rows, long bytes) {}
