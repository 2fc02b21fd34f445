/**
 * The command line: finds who is who in CSV files, and decides whether data may be used. {@link dev.cdm.examples.cli.Cdm} is the entry; every command is a class,
 * {@link dev.cdm.examples.cli.CsvTable} reads what comes in and {@link dev.cdm.examples.cli.Report} tells what was done.
 */
@NullMarked
package dev.cdm.examples.cli;

import org.jspecify.annotations.NullMarked;
