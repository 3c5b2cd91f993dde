package org.leadscore.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.engine.cluster.Cluster;
import org.leadscore.engine.cluster.ClusterProvider;
import org.leadscore.problem.UsageException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineChoiceTest {

    @Test
    void a_build_without_spark_says_how_to_get_one_with_it() {
        EngineChoice spark = new EngineChoice("spark", "local[2]");

        assertThatThrownBy(() -> spark.connect(List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("--engine spark: this leadscore was built without it; 'mvn -Pspark package' builds"
                        + " target/leadscore-spark.jar, which spark-submit starts, or scripts/leadscore where SPARK_HOME is"
                        + " set (docs/spark.md)");
    }

    @Test
    void a_build_with_spark_that_runs_without_it_says_how_to_run_it() {
        EngineChoice spark = new EngineChoice("spark", "local[2]");
        ClusterProvider lost = new ClusterProvider() {
            @Override
            public String name() {
                return "spark";
            }

            @Override
            public Cluster connect(@Nullable String master) {
                throw new NoClassDefFoundError("org/apache/spark/SparkConf");
            }
        };

        assertThatThrownBy(() -> spark.connect(List.of(lost)))
                .isInstanceOf(UsageException.class)
                .hasMessage("--engine spark: Spark itself is missing; set SPARK_HOME for scripts/leadscore, or start"
                        + " target/leadscore-spark.jar by spark-submit (docs/spark.md)");
    }

    @Test
    void the_embedded_engine_needs_no_cluster() {
        assertThat(new EngineChoice("embedded", null).connect(List.of())).isNull();
    }
}
