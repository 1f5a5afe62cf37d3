-- What all scripts share. All keys of an organization carry the same hash tag, so that they are in one place on a cluster: those not
-- named in KEYS are made of KEYS[1].
--   KEYS[1]                a hash: applied, the last commit counted; revision, of the newest quota counted; a field for each quota
--                          counted, with the commit it begins after
--   KEYS[1]:<quota>:<from> a hash of a period's counters: l1..l5 from the ledger, s1..s5 settled and not in the ledger, h1..h5 held by
--                          reservations; at, when the last call was let through
--   KEYS[1]:lease:<id>     a reservation
--   KEYS[1]:leases         those not settled, by expiry
--   KEYS[1]:lock           who counts anew
-- Times are milliseconds, by the caller's clock. The numbers 1 to 5 are the metrics.
local root = KEYS[1]
local leases = root .. ':leases'

local function whole(number)
  return string.format('%.0f', number)
end

local function counters(quota)
  return root .. ':' .. quota.period
end

local function add(quota, part, amounts, sign)
  local key = counters(quota)
  for i = 1, 5 do
    if amounts[i] ~= 0 then
      redis.call('HINCRBY', key, part .. i, whole(sign * amounts[i]))
    end
  end
  redis.call('PEXPIRE', key, quota.keep)
end

-- l1..l5, s1..s5, h1..h5, at
local function read(quota)
  local values = redis.call('HMGET', counters(quota), 'l1', 'l2', 'l3', 'l4', 'l5', 's1', 's2', 's3', 's4', 's5',
    'h1', 'h2', 'h3', 'h4', 'h5', 'at')
  for i = 1, 16 do
    values[i] = tonumber(values[i] or 0)
  end
  return values
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

local function spent(answer, quota)
  local values = read(quota)
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
