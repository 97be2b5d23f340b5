/**
 * Imports lists of clients, and takes imports back. What is written in portions is safe to be begun anew wherever it
 * broke off: the import's own stream tells how far it came.
 */
@NullMarked
package org.interactionhub.commands.imports;

import org.jspecify.annotations.NullMarked;
