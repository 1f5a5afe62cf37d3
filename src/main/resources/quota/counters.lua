-- What all scripts share. All keys of an organization carry the same hash tag, so that they are in one place on a cluster: those not
-- named in KEYS are made of KEYS[1].
--   KEYS[1]                a hash: applied, the last commit counted; revision, of the newest quota counted; a field for each quota
--                          counted, with the commit it begins after
--   KEYS[1]:<quota>:<from> a hash of the counters of a place, which is a period or a step of a window that rolls: l1..l5 from the
--                          ledger, s1..s5 settled and not in the ledger, h1..h5 held by reservations; at, when the last call was let
--                          through
--   KEYS[1]:lease:<id>     a reservation
--   KEYS[1]:leases         those not settled, by expiry
--   KEYS[1]:lock           who counts anew
-- Times are milliseconds, by the caller's clock. The numbers 1 to 5 are the metrics.
local root = KEYS[1]
local leases = root .. ':leases'

local function whole(number)
  return string.format('%.0f', number)
end

-- From an argument on: place, how long to keep it, the length and the step of a window that rolls in seconds, or 0.
local function quotaAt(at)
  return {period = ARGV[at], keep = ARGV[at + 1], length = tonumber(ARGV[at + 2]), step = tonumber(ARGV[at + 3])}
end

local function counters(quota)
  return root .. ':' .. quota.period
end

-- One read and one write, where an addition for each number would be five calls. What is beyond 2^53, and so not whole here, Redis adds.
local function add(quota, part, amounts, sign)
  local key = counters(quota)
  local before = redis.call('HMGET', key, part .. 1, part .. 2, part .. 3, part .. 4, part .. 5)
  local changed = {}
  local new = false
  for i = 1, 5 do
    if amounts[i] ~= 0 then
      new = new or not before[i]
      local sum = tonumber(before[i] or 0) + sign * amounts[i]
      if math.abs(sum) < 2 ^ 53 then
        changed[#changed + 1] = part .. i
        changed[#changed + 1] = whole(sum)
      else
        redis.call('HINCRBY', key, part .. i, whole(sign * amounts[i]))
      end
    end
  end
  if #changed > 0 then
    redis.call('HSET', key, unpack(changed))
  end
  if new then
    redis.call('PEXPIRE', key, quota.keep)
  end
end

local function place(key)
  local values = redis.call('HMGET', key, 'l1', 'l2', 'l3', 'l4', 'l5', 's1', 's2', 's3', 's4', 's5',
    'h1', 'h2', 'h3', 'h4', 'h5', 'at')
  for i = 1, 16 do
    values[i] = tonumber(values[i] or 0)
  end
  return values
end

-- When the oldest step that is counted begins, and the newest. The one after the running one counts, for those whose clocks are ahead.
local function steps(quota, now)
  local running = math.floor(now / 1000 / quota.step) * quota.step
  return running - quota.length, running + quota.step
end

local function step(quota, from)
  return root .. ':' .. string.sub(quota.period, 1, 37) .. whole(from)
end

-- l1..l5, s1..s5, h1..h5, at
local function read(quota, now)
  if (quota.step or 0) == 0 then
    return place(counters(quota))
  end
  local sums = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
  local oldest, newest = steps(quota, now)
  for from = oldest, newest, quota.step do
    local key = step(quota, from)
    if redis.call('EXISTS', key) == 1 then
      local values = place(key)
      for i = 1, 15 do
        sums[i] = sums[i] + values[i]
      end
      sums[16] = math.max(sums[16], values[16])
    end
  end
  return sums
end

-- The milliseconds until so much of what is used of a metric has left the window that there is room for it.
local function untilRoom(quota, now, metric, used, estimate, limit)
  local oldest, newest = steps(quota, now)
  for from = oldest, newest, quota.step do
    local values = redis.call('HMGET', step(quota, from), 'l' .. metric, 's' .. metric)
    used = used - tonumber(values[1] or 0) - tonumber(values[2] or 0)
    if used < limit and used + estimate <= limit then
      return (from + quota.length + quota.step) * 1000 - now
    end
  end
  return quota.length * 1000
end

local function load(id)
  local packed = redis.call('GET', root .. ':lease:' .. id)
  return packed and cmsgpack.unpack(packed)
end

-- An open reservation stays until it is settled or returned; what is over is kept for those who ask again.
local function save(id, lease, keep)
  if keep then
    redis.call('SET', root .. ':lease:' .. id, cmsgpack.pack(lease), 'PX', keep)
  else
    redis.call('SET', root .. ':lease:' .. id, cmsgpack.pack(lease))
  end
end

local function unhold(id, lease)
  redis.call('ZREM', leases, id)
  for _, quota in ipairs(lease.quotas) do
    add(quota, 'h', lease.estimate, -1)
  end
end

local function returnExpired(now)
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', leases, '-inf', now, 'LIMIT', 0, 100)) do
    local lease = load(id)
    if lease and lease.state == 'OPEN' then
      unhold(id, lease)
      lease.state = 'EXPIRED'
      save(id, lease, lease.keep)
    else
      redis.call('ZREM', leases, id)
    end
  end
end

local function spent(answer, quota, now)
  local values = read(quota, now)
  answer[#answer + 1] = quota.period
  for i = 1, 5 do
    answer[#answer + 1] = whole(values[i] + values[5 + i])
  end
end

local function amounts(from)
  local read = {}
  for i = 1, 5 do
    read[i] = tonumber(ARGV[from + i - 1])
  end
  return read
end

-- The ledger counts the call of a reservation now: what it holds or has settled is counted there. Answers it when that changes what is
-- spent.
local function record(id, keep)
  local lease = load(id)
  if not lease or lease.state == 'RECORDED' then
    return nil
  end
  local settled = lease.state == 'SETTLED'
  if lease.state == 'OPEN' then
    unhold(id, lease)
  elseif settled then
    for _, quota in ipairs(lease.quotas) do
      add(quota, 's', lease.used, -1)
    end
  end
  lease.state = 'RECORDED'
  save(id, lease, keep)
  return settled and lease
end
