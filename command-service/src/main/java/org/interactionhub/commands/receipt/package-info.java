/**
 * What became of one delivery: the answer to everybody who got a receipt.
 */
@NullMarked
package org.interactionhub.commands.receipt;

import org.jspecify.annotations.NullMarked;
