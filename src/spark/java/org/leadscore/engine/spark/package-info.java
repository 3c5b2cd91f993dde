/** The cluster that Apache Spark makes, and files by way of Hadoop. Built only with the Maven profile {@code spark}. */
@NullMarked
package org.leadscore.engine.spark;

import org.jspecify.annotations.NullMarked;
