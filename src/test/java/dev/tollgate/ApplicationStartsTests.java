package dev.tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TollgateTest
class ApplicationStartsTests {

    private final DataSource dataSource;
    private final RedissonClient redis;
    private final TestOrganizations organizations;

    @Autowired
    ApplicationStartsTests(DataSource dataSource, RedissonClient redis, TestOrganizations organizations) {
        this.dataSource = dataSource;
        this.redis = redis;
        this.organizations = organizations;
    }

    @Test
    void worksAsTheRuntimeRoleOnAMigratedDatabase() {
        assertThat(JdbcClient.create(dataSource)
                        .sql("SELECT current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("tollgate_app");
        assertThat(organizations.create().id()).isNotNull();
    }

    @Test
    void reachesRedis() {
        assertThat(redis.getBucket("starts").isExists()).isFalse();
    }
}
